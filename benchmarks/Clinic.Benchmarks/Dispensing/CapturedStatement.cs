namespace Clinic.Benchmarks.Dispensing;

/// <summary>A statement as SQLite began to run it.</summary>
/// <param name="Sql">Its text with parameters.</param>
/// <param name="Values">What was bound to <c>?1</c>, <c>?2</c> and so on.</param>
public sealed record CapturedStatement(string Sql, IReadOnlyList<object> Values)
{
    public bool IsRead => Sql.StartsWith("SELECT", StringComparison.OrdinalIgnoreCase);
}
