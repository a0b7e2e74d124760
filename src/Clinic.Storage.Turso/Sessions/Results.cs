namespace Clinic.Storage.Turso;

/// <summary>The results of the statements of one command, one after the other, row by row.</summary>
/// <remarks>Statements run when they are reached. Waiting is asynchronous only where the engine is remote or a writer must queue.</remarks>
internal abstract class Results
{
    /// <summary>Columns of the result at which it stands; none between results.</summary>
    public ColumnInfo[] Columns { get; protected set; } = [];

    /// <summary>Whether the result at which it stands has any row.</summary>
    public bool HasRows { get; protected set; }

    /// <summary>Rows changed by the statements up to here; -1 when none of them could change any.</summary>
    public int RecordsAffected { get; protected set; } = -1;

    /// <summary>The statement at which it stands, by its place in the command, for errors of batches.</summary>
    public int Place { get; protected set; }

    /// <summary>Whether a row is at hand, so that kinds of values are known, even before the first read.</summary>
    public abstract bool IsAtRow { get; }

    /// <summary>Whether no statement and no error is left behind the result at which it stands.</summary>
    public virtual bool IsLast => false;

    /// <summary>Runs statements up to the next one that has columns; false when there is none.</summary>
    public abstract ValueTask<bool> NextResultAsync(CancellationToken cancellationToken);

    /// <summary>Goes to the next row; false at the end.</summary>
    public abstract ValueTask<bool> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Ends what runs. Statements not reached yet do not run.</summary>
    public abstract ValueTask CloseAsync();

    /// <summary>Ends what runs at once and without an error, because the connection is being closed.</summary>
    public abstract void Drop();

    /// <summary>Stops what runs in another thread.</summary>
    public abstract void Cancel();

    /// <summary>The columns with the tables that they come from, as far as the engine says so.</summary>
    public virtual ColumnInfo[] Origins() => Columns;

    public abstract ValueKind Kind(int column);

    public abstract long Integer(int column);

    public abstract double Real(int column);

    public abstract string Text(int column);

    public abstract byte[] Blob(int column);

    /// <summary>The bytes of a blob; valid until the next move.</summary>
    public abstract ReadOnlySpan<byte> Bytes(int column);

    /// <summary>Told how many rows the statement at a place changed, for batches.</summary>
    public Action<int, int>? Counted { get; set; }

    protected void CountAffected(long rows)
    {
        RecordsAffected = checked((RecordsAffected < 0 ? 0 : RecordsAffected) + (int)rows);
        Counted?.Invoke(Place, (int)rows);
    }
}
