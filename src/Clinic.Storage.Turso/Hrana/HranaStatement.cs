namespace Clinic.Storage.Turso;

/// <summary>One SQL statement with its values: positional for <c>?</c> and <c>?NNN</c>, or named for <c>:a</c>, <c>@a</c> and <c>$a</c>, never both.</summary>
/// <param name="Sql">Exactly one statement.</param>
/// <param name="Values">Exactly as many as the statement has positional parameters.</param>
internal readonly record struct HranaStatement(string Sql, params SqlValue[] Values)
{
    /// <summary>Exactly the named parameters of the statement; names with or without their sign.</summary>
    public IReadOnlyList<KeyValuePair<string, SqlValue>> Named { get; init; } = [];

    /// <summary>The text only; values may be private.</summary>
    public override string ToString() => Sql;
}
