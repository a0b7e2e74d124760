namespace Clinic.Spoken;

internal enum TextFaultKind
{
    Empty,
    TooLong,
    Character,
}

/// <summary>Why a text cannot be read; each package has a code of its own for it.</summary>
/// <param name="Kind">Which fault.</param>
/// <param name="Figure">How many characters there are, or at which place the refused one stands.</param>
/// <param name="Found">The refused character as a code point.</param>
internal sealed record TextFault(TextFaultKind Kind, int Figure = 0, string? Found = null);
