// Expat as the system has it: reads the XML inside XLSX files.
#include <expat.h>
