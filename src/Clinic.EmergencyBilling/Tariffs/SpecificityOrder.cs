namespace Clinic.EmergencyBilling.Tariffs;

/// <summary>Which dimension of a key outweighs which, declared and never guessed.</summary>
public sealed record SpecificityOrder
{
    private readonly TariffDimension[] order;

    /// <summary>An order of the three dimensions, the weightiest first.</summary>
    /// <exception cref="ArgumentException">Not each dimension once.</exception>
    public SpecificityOrder(params IReadOnlyList<TariffDimension> weightiestFirst)
    {
        ArgumentNullException.ThrowIfNull(weightiestFirst);
        if (weightiestFirst.Count != 3 || weightiestFirst.Distinct().Count() != 3 || !weightiestFirst.All(Enum.IsDefined))
            throw new ArgumentException("An order names each of the three dimensions once.", nameof(weightiestFirst));
        order = [.. weightiestFirst];
    }

    /// <summary>Payer before service line before acuity before base.</summary>
    public static SpecificityOrder PayerFirst { get; } = new(TariffDimension.Payer, TariffDimension.ServiceLine, TariffDimension.Acuity);

    /// <summary>The weight of a key; two keys of equal weight say something about the same dimensions.</summary>
    public int RankOf(TariffKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var rank = 0;
        foreach (var dimension in order) rank = (rank * 2) + (Says(key, dimension) ? 1 : 0);
        return rank;
    }

    private static bool Says(TariffKey key, TariffDimension dimension) => dimension switch
    {
        TariffDimension.Payer => key.Payer is not null,
        TariffDimension.ServiceLine => key.ServiceLine is not null,
        _ => key.Acuity is not null,
    };
}
