namespace Clinic.Transcription.Language;

/// <summary>What a token is.</summary>
internal enum TokenKind
{
    /// <summary>Letters, with digits behind them in names such as <c>a1c</c>.</summary>
    Word,

    /// <summary>Digits, with a decimal or thousands separator.</summary>
    Number,

    /// <summary>Punctuation and all else.</summary>
    Mark,
}
