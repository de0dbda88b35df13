"""What is set in type or struck: posters, maps, charts, the coat of arms."""
