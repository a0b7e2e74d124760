namespace Clinic.Storage.Turso;

/// <summary>One change of one row, as a trigger wrote it in the commit of the change.</summary>
/// <param name="Position">Increases with every change of the database; gaps mean nothing.</param>
/// <param name="Table">The table.</param>
/// <param name="RowKey">The key of the row without the tenant, as a JSON array.</param>
/// <param name="Change">What happened: <c>insert</c>, <c>update</c> or <c>delete</c>.</param>
/// <param name="Before">The row as it was, as JSON; null for an insert, or where it is not kept.</param>
/// <param name="After">The row as it became, as JSON; null for a deletion, or where it is not kept.</param>
public sealed record TableChange(long Position, string Table, string RowKey, string Change, string? Before, string? After)
{
    /// <summary>Where and what, without contents.</summary>
    public override string ToString() => System.FormattableString.Invariant($"{Position} {Change} {Table} {RowKey}");
}
