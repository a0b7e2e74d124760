using System.Data.Common;

namespace Clinic.Storage.Turso;

/// <summary>Fills data sets and writes their changes back.</summary>
public sealed class TursoDataAdapter : DbDataAdapter
{
    /// <summary>Starts without commands.</summary>
    public TursoDataAdapter()
    {
    }

    /// <summary>Starts with the command that reads.</summary>
    public TursoDataAdapter(TursoCommand selectCommand) => SelectCommand = selectCommand;

    /// <summary>Starts with the text that reads.</summary>
    public TursoDataAdapter(string selectCommandText, TursoConnection connection) => SelectCommand = new TursoCommand(selectCommandText, connection);

    /// <summary>Raised before a changed row is written.</summary>
    public event EventHandler<RowUpdatingEventArgs>? RowUpdating;

    /// <summary>Raised after a changed row was written.</summary>
    public event EventHandler<RowUpdatedEventArgs>? RowUpdated;

    /// <inheritdoc/>
    protected override void OnRowUpdating(RowUpdatingEventArgs value) => RowUpdating?.Invoke(this, value);

    /// <inheritdoc/>
    protected override void OnRowUpdated(RowUpdatedEventArgs value) => RowUpdated?.Invoke(this, value);
}
