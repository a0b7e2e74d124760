using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace Clinic.Storage.Turso;

/// <summary>One command of a batch, with parameters of its own.</summary>
public sealed class TursoBatchCommand : DbBatchCommand
{
    private string text = "";
    private int affected = -1;

    /// <summary>Starts without a text.</summary>
    public TursoBatchCommand()
    {
    }

    /// <summary>Starts with a text.</summary>
    public TursoBatchCommand(string? commandText) => text = commandText ?? "";

    /// <inheritdoc/>
    [AllowNull]
    public override string CommandText
    {
        get => text;
        set => text = value ?? "";
    }

    /// <inheritdoc/>
    public override CommandType CommandType
    {
        get => CommandType.Text;
        set
        {
            if (value != CommandType.Text) throw new ArgumentException($"The command type {value} is not supported; SQLite has SQL texts only.", nameof(value));
        }
    }

    /// <summary>Rows that it changed when the batch ran; -1 when it could not change any.</summary>
    public override int RecordsAffected => affected;

    /// <summary>The values for the parameters in the text.</summary>
    public new TursoParameterCollection Parameters { get; } = new();

    /// <inheritdoc/>
    public override bool CanCreateParameter => true;

    /// <inheritdoc/>
    protected override DbParameterCollection DbParameterCollection => Parameters;

    /// <inheritdoc/>
    public override DbParameter CreateParameter() => new TursoParameter();

    internal SqlText Parsed() =>
        text.Length == 0 ? throw new InvalidOperationException("A command of the batch has no text; set CommandText.") : SqlText.Of(text);

    internal void Reset() => affected = -1;

    internal void Add(int rows) => affected = Math.Max(affected, 0) + rows;
}
