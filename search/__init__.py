"""Finding: what people type, how it is understood, and the engines that answer."""
