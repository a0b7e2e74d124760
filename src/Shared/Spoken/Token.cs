using System.Globalization;

namespace Clinic.Spoken;

internal enum TokenKind
{
    Word,
    Number,
    Symbol,
}

/// <summary>A word, figure or sign of a sentence; words are folded.</summary>
/// <param name="Kind">Which of the three.</param>
/// <param name="Text">The folded word, or the figure as written.</param>
/// <param name="Start">Where it stands in the cleaned text.</param>
/// <param name="End">One past its last character.</param>
internal sealed record Token(TokenKind Kind, string Text, int Start, int End)
{
    /// <summary>What a figure may mean; none when it means nothing.</summary>
    public IReadOnlyList<decimal> Readings { get; init; } = [];

    public bool IsFractionSign { get; init; }

    public bool IsWord(string word) => Kind == TokenKind.Word && string.Equals(Text, word, StringComparison.Ordinal);

    public bool IsSymbol(string symbol) => Kind == TokenKind.Symbol && string.Equals(Text, symbol, StringComparison.Ordinal);

    /// <summary>The text by which names are compared: 0,9 and 0.9 are the same.</summary>
    public string NameText => Kind == TokenKind.Number && Readings.Count == 1 ? Readings[0].ToString(CultureInfo.InvariantCulture) : Text;

    /// <summary>A figure of digits only, without separators.</summary>
    public bool IsPlainInteger => Kind == TokenKind.Number && !IsFractionSign && Text.All(char.IsAsciiDigit) && Readings.Count == 1;

    /// <summary>Digits only, however many: a document number is longer than any amount.</summary>
    public bool IsPlainDigits() => Kind == TokenKind.Number && !IsFractionSign && Text.All(char.IsAsciiDigit);
}
