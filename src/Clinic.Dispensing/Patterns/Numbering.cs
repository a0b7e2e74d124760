namespace Clinic.Dispensing.Patterns;

/// <summary>Small numbers for ids, so that keys of cells stay small.</summary>
internal sealed class Numbering<T>
    where T : notnull
{
    private readonly Dictionary<T, int> numbers = [];
    private readonly List<T> values = [];

    public T this[int number] => values[number];

    public int Of(T value)
    {
        if (numbers.TryGetValue(value, out var number)) return number;
        numbers.Add(value, values.Count);
        values.Add(value);
        return values.Count - 1;
    }

    public int? Find(T value) => numbers.TryGetValue(value, out var number) ? number : null;
}
