namespace Clinic.Abstractions;

/// <summary>A password, PIN or badge number on its way to be checked; never printed.</summary>
public sealed class Secret
{
    private readonly string value;

    /// <summary>Holds a secret as it was typed or scanned.</summary>
    public Secret(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        this.value = value;
    }

    /// <summary>Characters of the secret.</summary>
    public int Length => value.Length;

    /// <summary>The secret itself; only for hashing and checking.</summary>
    public string Reveal() => value;

    /// <summary>Always three stars.</summary>
    public override string ToString() => "***";
}
