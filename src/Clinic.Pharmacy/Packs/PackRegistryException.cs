namespace Clinic.Pharmacy.Packs;

/// <summary>The registry of packs did not answer; nothing is known of what was asked.</summary>
public sealed class PackRegistryException : Exception
{
    /// <summary>Without a cause.</summary>
    public PackRegistryException()
        : base("The registry of packs did not answer.")
    {
    }

    /// <summary>With a message that names no pack.</summary>
    public PackRegistryException(string message)
        : base(message)
    {
    }

    /// <summary>With its cause.</summary>
    public PackRegistryException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
