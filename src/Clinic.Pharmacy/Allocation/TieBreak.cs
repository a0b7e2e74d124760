namespace Clinic.Pharmacy.Allocation;

/// <summary>Which of two lots with the same first key leaves first.</summary>
public enum TieBreak
{
    /// <summary>The one received earlier (FIFO: the one that expires earlier), then the lower id.</summary>
    Age,

    /// <summary>The one of which less is available, to clear remnants; then as <see cref="Age"/>.</summary>
    SmallestRemainder,
}
