using System.Data;
using System.Data.Common;
using System.Globalization;

namespace Clinic.Storage.Turso;

/// <summary>Derives INSERT, UPDATE and DELETE from the SELECT of an adapter, for one table with a primary key.</summary>
public sealed class TursoCommandBuilder : DbCommandBuilder
{
    /// <summary>Starts without an adapter.</summary>
    public TursoCommandBuilder()
    {
        QuotePrefix = "\"";
        QuoteSuffix = "\"";
    }

    /// <summary>Starts with the adapter that it completes.</summary>
    public TursoCommandBuilder(TursoDataAdapter adapter)
        : this() => DataAdapter = adapter;

    /// <inheritdoc/>
    public override string QuoteIdentifier(string unquotedIdentifier)
    {
        ArgumentNullException.ThrowIfNull(unquotedIdentifier);
        return Identifier.Quoted(unquotedIdentifier);
    }

    /// <inheritdoc/>
    public override string UnquoteIdentifier(string quotedIdentifier)
    {
        ArgumentNullException.ThrowIfNull(quotedIdentifier);
        return Identifier.Bare(quotedIdentifier);
    }

    /// <inheritdoc/>
    protected override void ApplyParameterInfo(DbParameter parameter, DataRow row, StatementType statementType, bool whereClause)
    {
        // Values are stored by their own type.
    }

    /// <inheritdoc/>
    protected override string GetParameterName(int parameterOrdinal) => string.Create(CultureInfo.InvariantCulture, $"@p{parameterOrdinal}");

    /// <inheritdoc/>
    protected override string GetParameterName(string parameterName) => "@" + parameterName;

    /// <inheritdoc/>
    protected override string GetParameterPlaceholder(int parameterOrdinal) => GetParameterName(parameterOrdinal);

    /// <inheritdoc/>
    protected override void SetRowUpdatingHandler(DbDataAdapter adapter)
    {
        ArgumentNullException.ThrowIfNull(adapter);
        if (adapter is not TursoDataAdapter known) throw new ArgumentException("The adapter is no TursoDataAdapter.", nameof(adapter));
        known.RowUpdating -= OnRowUpdating;
        if (!ReferenceEquals(DataAdapter, adapter)) known.RowUpdating += OnRowUpdating;
    }

    private void OnRowUpdating(object? sender, RowUpdatingEventArgs e) => RowUpdatingHandler(e);
}
