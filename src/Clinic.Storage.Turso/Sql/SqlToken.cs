namespace Clinic.Storage.Turso;

/// <summary>A token by its place in the text.</summary>
internal readonly record struct SqlToken(SqlTokenKind Kind, int Start, int Length)
{
    public int End => Start + Length;

    /// <summary>Whether it is this keyword, in any case.</summary>
    public bool Is(ReadOnlySpan<char> text, string keyword) =>
        Kind == SqlTokenKind.Word && text.Slice(Start, Length).Equals(keyword, StringComparison.OrdinalIgnoreCase);
}
