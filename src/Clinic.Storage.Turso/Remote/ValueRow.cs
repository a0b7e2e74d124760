namespace Clinic.Storage.Turso;

/// <summary>A row that came from a server.</summary>
internal sealed class ValueRow(SqlValue[] values) : Row
{
    public override bool IsNull(int column) => values[column].Kind == SqlValueKind.Null;

    public override long Long(int column) => Of(column, SqlValueKind.Integer).Number;

    public override string Text(int column) => Of(column, SqlValueKind.Text).Text;

    public override byte[] Blob(int column) => Of(column, SqlValueKind.Blob).Blob;

    public override SqlValue Value(int column) => values[column];

    // SQLite would convert; a column of another type than its table says is a defect, and is shown.
    private SqlValue Of(int column, SqlValueKind kind)
    {
        var value = values[column];
        if (value.Kind == kind) return value;
        throw value.Kind == SqlValueKind.Null ? Missing(column) : new InvalidOperationException($"Column {column} of the row is {value.Kind} and not {kind}.");
    }
}
