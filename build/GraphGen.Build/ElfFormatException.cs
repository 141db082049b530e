namespace GraphGen.Build;

/// <summary>A file is not an ELF file of the kind that can be read here, or is damaged. The message says where.</summary>
internal sealed class ElfFormatException(string message) : Exception(message);
