namespace Clinic.Pharmacy.Allocation;

/// <summary>Which lot leaves first. Cost always follows the lot that leaves.</summary>
public enum PickingOrder
{
    /// <summary>First expiry, first out; without expiry last, then received, then id.</summary>
    Fefo,

    /// <summary>First received, first out; then expiry, then id.</summary>
    Fifo,
}
