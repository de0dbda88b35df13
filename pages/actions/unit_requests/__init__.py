"""What is done with a unit's request, from when it is received until its contact is erased."""
