using System.Data.Common;

namespace Clinic.Storage.Turso;

/// <summary>The commands of a batch in the order in which they run.</summary>
public sealed class TursoBatchCommandCollection : DbBatchCommandCollection
{
    private readonly List<TursoBatchCommand> items = [];

    internal TursoBatchCommandCollection()
    {
    }

    /// <inheritdoc/>
    public override int Count => items.Count;

    /// <inheritdoc/>
    public override bool IsReadOnly => false;

    internal IReadOnlyList<TursoBatchCommand> Items => items;

    /// <summary>Adds a command with a text, and gives it for adding its parameters.</summary>
    public TursoBatchCommand Add(string commandText)
    {
        var command = new TursoBatchCommand(commandText);
        items.Add(command);
        return command;
    }

    /// <inheritdoc/>
    public override void Add(DbBatchCommand item) => items.Add(Known(item));

    /// <inheritdoc/>
    public override void Clear() => items.Clear();

    /// <inheritdoc/>
    public override bool Contains(DbBatchCommand item) => IndexOf(item) >= 0;

    /// <inheritdoc/>
    public override void CopyTo(DbBatchCommand[] array, int arrayIndex)
    {
        ArgumentNullException.ThrowIfNull(array);
        foreach (var item in items) array[arrayIndex++] = item;
    }

    /// <inheritdoc/>
    public override IEnumerator<DbBatchCommand> GetEnumerator() => items.GetEnumerator();

    /// <inheritdoc/>
    public override int IndexOf(DbBatchCommand item) => item is TursoBatchCommand known ? items.IndexOf(known) : -1;

    /// <inheritdoc/>
    public override void Insert(int index, DbBatchCommand item) => items.Insert(index, Known(item));

    /// <inheritdoc/>
    public override bool Remove(DbBatchCommand item) => item is TursoBatchCommand known && items.Remove(known);

    /// <inheritdoc/>
    public override void RemoveAt(int index) => items.RemoveAt(index);

    /// <inheritdoc/>
    protected override DbBatchCommand GetBatchCommand(int index) => items[index];

    /// <inheritdoc/>
    protected override void SetBatchCommand(int index, DbBatchCommand batchCommand) => items[index] = Known(batchCommand);

    /// <summary>The command that a statement belongs to, by the place of the statement in the whole batch.</summary>
    internal TursoBatchCommand At(int statement)
    {
        foreach (var item in items)
        {
            statement -= item.Parsed().Statements.Length;
            if (statement < 0) return item;
        }

        return items[^1];
    }

    private static TursoBatchCommand Known(DbBatchCommand item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item as TursoBatchCommand ?? throw new InvalidCastException($"A {item.GetType()} is no TursoBatchCommand.");
    }
}
