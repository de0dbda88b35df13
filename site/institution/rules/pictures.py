"""What a decoder of pictures may raise for a file that is cut short, damaged or no picture at all."""

import struct

from PIL.Image import DecompressionBombError

UNREADABLE_PICTURE = (OSError, SyntaxError, ValueError, EOFError, struct.error, DecompressionBombError)
