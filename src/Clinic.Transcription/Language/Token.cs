namespace Clinic.Transcription.Language;

/// <summary>A word, number or mark of a text with its place in it.</summary>
/// <param name="Word">Folded: lower case without accents.</param>
/// <param name="Start">The first character in the original text.</param>
/// <param name="End">The character after the last.</param>
/// <param name="Kind">What it is.</param>
internal readonly record struct Token(string Word, int Start, int End, TokenKind Kind)
{
    public bool IsMark => Kind == TokenKind.Mark;

    public bool IsSentenceEnd => Kind == TokenKind.Mark && Word is "." or "?" or "!" or "…" or "\n";
}
