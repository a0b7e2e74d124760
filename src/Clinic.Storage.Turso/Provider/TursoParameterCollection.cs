using System.Collections;
using System.Data.Common;

namespace Clinic.Storage.Turso;

/// <summary>The parameters of a command; those that its text does not use are not sent.</summary>
public sealed class TursoParameterCollection : DbParameterCollection
{
    private readonly List<TursoParameter> items = [];

    internal TursoParameterCollection()
    {
    }

    /// <inheritdoc/>
    public override int Count => items.Count;

    /// <inheritdoc/>
    public override object SyncRoot => ((ICollection)items).SyncRoot;

    /// <summary>The parameter at a place.</summary>
    public new TursoParameter this[int index]
    {
        get => items[index];
        set => SetParameter(index, value);
    }

    /// <summary>The parameter with a name, with or without its sign.</summary>
    public new TursoParameter this[string parameterName]
    {
        get => items[Place(parameterName)];
        set => SetParameter(parameterName, value);
    }

    /// <summary>Adds a parameter.</summary>
    public TursoParameter Add(TursoParameter value)
    {
        ArgumentNullException.ThrowIfNull(value);
        items.Add(value);
        return value;
    }

    /// <inheritdoc/>
    public override int Add(object value)
    {
        Add(Checked(value));
        return items.Count - 1;
    }

    /// <summary>Adds a named value; null becomes NULL.</summary>
    public TursoParameter AddWithValue(string? parameterName, object? value) => Add(new TursoParameter(parameterName, value ?? DBNull.Value));

    /// <inheritdoc/>
    public override void AddRange(Array values)
    {
        ArgumentNullException.ThrowIfNull(values);
        foreach (var value in values) Add(Checked(value));
    }

    /// <inheritdoc/>
    public override void Clear() => items.Clear();

    /// <inheritdoc/>
    public override bool Contains(object value) => IndexOf(value) >= 0;

    /// <inheritdoc/>
    public override bool Contains(string value) => IndexOf(value) >= 0;

    /// <inheritdoc/>
    public override void CopyTo(Array array, int index) => ((ICollection)items).CopyTo(array, index);

    /// <inheritdoc/>
    public override IEnumerator GetEnumerator() => items.GetEnumerator();

    /// <inheritdoc/>
    public override int IndexOf(object value) => value is TursoParameter known ? items.IndexOf(known) : -1;

    /// <inheritdoc/>
    public override int IndexOf(string parameterName)
    {
        if (parameterName is null) return -1;
        for (var i = 0; i < items.Count; i++)
        {
            if (string.Equals(items[i].ParameterName, parameterName, StringComparison.Ordinal)) return i;
        }

        for (var i = 0; i < items.Count; i++)
        {
            if (Bare(items[i].ParameterName).SequenceEqual(Bare(parameterName))) return i;
        }

        return -1;
    }

    /// <inheritdoc/>
    public override void Insert(int index, object value) => items.Insert(index, Checked(value));

    /// <inheritdoc/>
    public override void Remove(object value)
    {
        if (!items.Remove(Checked(value))) throw new ArgumentException("The parameter is not in this collection.", nameof(value));
    }

    /// <inheritdoc/>
    public override void RemoveAt(int index) => items.RemoveAt(index);

    /// <inheritdoc/>
    public override void RemoveAt(string parameterName) => items.RemoveAt(Place(parameterName));

    /// <inheritdoc/>
    protected override DbParameter GetParameter(int index) => items[index];

    /// <inheritdoc/>
    protected override DbParameter GetParameter(string parameterName) => items[Place(parameterName)];

    /// <inheritdoc/>
    protected override void SetParameter(int index, DbParameter value) => items[index] = Checked(value);

    /// <inheritdoc/>
    protected override void SetParameter(string parameterName, DbParameter value) => items[Place(parameterName)] = Checked(value);

    internal TursoParameter At(int index) => items[index];

    private static TursoParameter Checked(object? value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value as TursoParameter ?? throw new InvalidCastException($"A {value.GetType()} is no TursoParameter.");
    }

    private static ReadOnlySpan<char> Bare(string name) => name.Length > 0 && name[0] is '@' or ':' or '$' ? name.AsSpan(1) : name;

    private int Place(string parameterName)
    {
        var place = IndexOf(parameterName);
        if (place >= 0) return place;
        throw new ArgumentOutOfRangeException(nameof(parameterName), parameterName, "There is no parameter of this name.");
    }
}
