using System.Collections.ObjectModel;
using System.Data;
using System.Data.Common;
using System.Globalization;

namespace Clinic.Storage.Turso;

/// <summary>The columns of a result in the two forms of ADO.NET.</summary>
internal static class ColumnSchema
{
    private static readonly (string Name, Type Type, Func<DbColumn, object?> Read)[] Facts =
    [
        (SchemaTableColumn.ColumnName, typeof(string), c => c.ColumnName),
        (SchemaTableColumn.ColumnOrdinal, typeof(int), c => c.ColumnOrdinal),
        (SchemaTableColumn.ColumnSize, typeof(int), c => c.ColumnSize),
        (SchemaTableColumn.NumericPrecision, typeof(short), c => c.NumericPrecision),
        (SchemaTableColumn.NumericScale, typeof(short), c => c.NumericScale),
        (SchemaTableColumn.IsUnique, typeof(bool), c => c.IsUnique),
        (SchemaTableColumn.IsKey, typeof(bool), c => c.IsKey),
        (SchemaTableOptionalColumn.BaseServerName, typeof(string), c => c.BaseServerName),
        (SchemaTableOptionalColumn.BaseCatalogName, typeof(string), c => c.BaseCatalogName),
        (SchemaTableColumn.BaseColumnName, typeof(string), c => c.BaseColumnName),
        (SchemaTableColumn.BaseSchemaName, typeof(string), c => c.BaseSchemaName),
        (SchemaTableColumn.BaseTableName, typeof(string), c => c.BaseTableName),
        (SchemaTableColumn.DataType, typeof(Type), c => c.DataType),
        ("DataTypeName", typeof(string), c => c.DataTypeName),
        (SchemaTableColumn.AllowDBNull, typeof(bool), c => c.AllowDBNull),
        (SchemaTableColumn.IsAliased, typeof(bool), c => c.IsAliased),
        (SchemaTableColumn.IsExpression, typeof(bool), c => c.IsExpression),
        (SchemaTableOptionalColumn.IsAutoIncrement, typeof(bool), c => c.IsAutoIncrement),
        (SchemaTableOptionalColumn.IsHidden, typeof(bool), c => c.IsHidden),
        (SchemaTableOptionalColumn.IsReadOnly, typeof(bool), c => c.IsReadOnly),
        (SchemaTableColumn.IsLong, typeof(bool), c => c.IsLong),
    ];

    public static ReadOnlyCollection<DbColumn> Of(ColumnInfo[] columns, string server, Func<int, Type> type, Func<int, string> typeName)
    {
        var result = new DbColumn[columns.Length];
        for (var i = 0; i < columns.Length; i++) result[i] = new Column(columns[i], i, server, type(i), typeName(i));
        return new ReadOnlyCollection<DbColumn>(result);
    }

    public static DataTable Table(IReadOnlyCollection<DbColumn> columns)
    {
        var table = new DataTable("SchemaTable") { Locale = CultureInfo.InvariantCulture };
        foreach (var (name, type, _) in Facts) table.Columns.Add(name, type);
        foreach (var column in columns) table.Rows.Add([.. Facts.Select(f => f.Read(column) ?? DBNull.Value)]);
        return table;
    }

    private sealed class Column : DbColumn
    {
        public Column(ColumnInfo column, int ordinal, string server, Type type, string typeName)
        {
            ColumnName = column.Name;
            ColumnOrdinal = ordinal;
            ColumnSize = -1;
            DataType = type;
            DataTypeName = typeName;
            BaseServerName = server;
            BaseCatalogName = column.Database;
            BaseTableName = column.Table;
            BaseColumnName = column.Origin;
            AllowDBNull = column.IsNotNull is { } notNull ? !notNull : null;
            IsKey = column.IsKey;
            IsAutoIncrement = column.IsAutoIncrement;
            IsAliased = column.Origin is { } origin ? !string.Equals(origin, column.Name, StringComparison.Ordinal) : null;
            IsExpression = column.Table is null && column.DeclaredType is null;
            IsHidden = false;
            IsLong = false;
            IsReadOnly = IsExpression;
        }
    }
}
