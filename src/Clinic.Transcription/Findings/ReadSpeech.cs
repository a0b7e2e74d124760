using Clinic.Transcription.Language;

namespace Clinic.Transcription.Findings;

/// <summary>Tokens and numbers of a statement or of the speech that it cites.</summary>
/// <param name="Tokens">In order.</param>
/// <param name="Numbers">Over these tokens.</param>
internal sealed record ReadSpeech(List<Token> Tokens, List<NumberReader.Found> Numbers)
{
    public static ReadSpeech Of(List<Token> tokens, string language) => new(tokens, NumberReader.Read(tokens, language));

    /// <summary>Every value, the second of a pair too.</summary>
    public IEnumerable<decimal> Values => Numbers.SelectMany(n => n.Second is { } second ? new[] { n.Value, second } : [n.Value]);
}
