// zlib as the system has it: inflates gzip files and the members of XLSX files.
#include <zlib.h>
