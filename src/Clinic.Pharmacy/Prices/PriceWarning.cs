namespace Clinic.Pharmacy.Prices;

/// <summary>What somebody should look at before charging a price; none of them stops it.</summary>
public enum PriceWarning
{
    /// <summary>The line brings less than its lots cost.</summary>
    BelowCost,

    /// <summary>Rule or discount gave less than the floor, so the floor was charged.</summary>
    BelowFloor,

    /// <summary>No cost of lots was named, so nothing can be said about the margin.</summary>
    NoCost,

    /// <summary>Today is the last date of the special price.</summary>
    SpecialExpiresToday,

    /// <summary>So little was asked for that the line is rounded to nothing.</summary>
    RoundedToZero,
}
