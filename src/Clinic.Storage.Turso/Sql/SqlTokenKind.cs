namespace Clinic.Storage.Turso;

/// <summary>What a token of a SQL text is, as far as it matters for splitting it and finding its parameters.</summary>
internal enum SqlTokenKind
{
    /// <summary>A keyword or a bare name.</summary>
    Word,

    /// <summary>A text, a name in quotes or brackets; blobs are a word and a text.</summary>
    Quoted,

    /// <summary><c>?</c>, <c>?3</c>, <c>:a</c>, <c>@a</c> or <c>$a</c>.</summary>
    Variable,

    /// <summary>The end of a statement.</summary>
    Semicolon,

    /// <summary>Numbers, operators, brackets, and what is no SQL at all.</summary>
    Other,
}
