"""How much one imported note may hold. Above these a file is refused or its excess left out with a warning."""

MEBIBYTE = 1024 * 1024

MAX_FOLDER_FILES = 5_000
MAX_FOLDER_DEPTH = 12

MAX_FILE_BYTES = 30 * MEBIBYTE
MAX_UNPACKED_BYTES = 80 * MEBIBYTE
MAX_PACKAGE_ENTRIES = 2_000

# mammoth builds the whole tree of a part in memory, a few hundred bytes an element, and walks it by recursion.
MAX_XML_BYTES = 10 * MEBIBYTE
MAX_XML_ELEMENTS = 150_000
MAX_XML_DEPTH = 90

MAX_TEXT_CHARACTERS = 200_000
MAX_HTML_CHARACTERS = 4_000_000
MAX_HTML_DEPTH = 24

MAX_PICTURES = 60
MAX_TABLE_COLUMNS = 20
MAX_TABLE_ROWS = 500

MAX_TITLE_CHARACTERS = 255
