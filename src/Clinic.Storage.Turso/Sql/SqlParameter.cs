namespace Clinic.Storage.Turso;

/// <summary>A parameter that a statement uses, at its place in SQLite's count of them.</summary>
/// <param name="Name">The name with its sign, as <c>@a</c> or <c>?3</c>; null for a plain <c>?</c> or a number that is left out.</param>
/// <param name="Position">The place from 0 among those without a name, over all statements of a text; -1 for a named one or one left out.</param>
internal readonly record struct SqlParameter(string? Name, int Position)
{
    /// <summary>A number that no <c>?NNN</c> of the statement uses, such as 1 where only <c>?2</c> is written.</summary>
    public bool IsGap => Name is null && Position < 0;

    public bool IsNamed => Name is not null && Position < 0;
}
