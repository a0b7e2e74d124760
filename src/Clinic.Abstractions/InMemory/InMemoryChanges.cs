namespace Clinic.Abstractions.InMemory;

/// <summary>The commit in progress: versions of facts, and how to take everything back.</summary>
public sealed class InMemoryChanges
{
    private readonly TenantId tenant;
    private readonly Dictionary<(TenantId, FactKey), long> facts;
    private readonly Stack<Action> undo = new();

    internal InMemoryChanges(TenantId tenant, Dictionary<(TenantId, FactKey), long> facts)
    {
        this.tenant = tenant;
        this.facts = facts;
    }

    /// <summary>Remembers how to take back what was just changed.</summary>
    public void OnUndo(Action takeBack) => undo.Push(takeBack);

    /// <summary>Checks that a fact has a version; 0 means that it must not exist.</summary>
    /// <exception cref="ConcurrencyConflictException">It has another.</exception>
    public void RequireFact(FactKey fact, long version)
    {
        if (facts.GetValueOrDefault((tenant, fact)) != version) throw new ConcurrencyConflictException([fact]);
    }

    /// <summary>Moves a fact to its next version; version 1 means that it must be new.</summary>
    /// <exception cref="ConcurrencyConflictException">Somebody else changed or made it.</exception>
    public void AdvanceFact(FactKey fact, long next)
    {
        RequireFact(fact, next - 1);
        facts[(tenant, fact)] = next;
        OnUndo(() => Restore(fact, next - 1));
    }

    /// <summary>Puts a value under a key, with undo.</summary>
    public void Put<TKey, TValue>(Dictionary<TKey, TValue> table, TKey key, TValue value)
        where TKey : notnull
    {
        ArgumentNullException.ThrowIfNull(table);
        var had = table.TryGetValue(key, out var before);
        table[key] = value;
        OnUndo(() =>
        {
            if (had) table[key] = before!;
            else table.Remove(key);
        });
    }

    /// <summary>Adds a value under a key that must be free, with undo.</summary>
    /// <exception cref="ConcurrencyConflictException">The key is taken.</exception>
    public void AddUnique<TKey, TValue>(Dictionary<TKey, TValue> table, TKey key, TValue value, FactKey fact)
        where TKey : notnull
    {
        ArgumentNullException.ThrowIfNull(table);
        if (!table.TryAdd(key, value)) throw new ConcurrencyConflictException([fact]);
        OnUndo(() => table.Remove(key));
    }

    /// <summary>Removes a key, with undo.</summary>
    public void Remove<TKey, TValue>(Dictionary<TKey, TValue> table, TKey key)
        where TKey : notnull
    {
        ArgumentNullException.ThrowIfNull(table);
        if (table.Remove(key, out var before)) OnUndo(() => table[key] = before);
    }

    /// <summary>Appends to a list, with undo.</summary>
    public void Append<T>(IList<T> list, T item)
    {
        ArgumentNullException.ThrowIfNull(list);
        list.Add(item);
        OnUndo(() => list.RemoveAt(list.Count - 1));
    }

    internal void Undo()
    {
        while (undo.TryPop(out var takeBack)) takeBack();
    }

    private void Restore(FactKey fact, long version)
    {
        if (version == 0) facts.Remove((tenant, fact));
        else facts[(tenant, fact)] = version;
    }
}
