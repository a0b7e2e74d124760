namespace Clinic.Conventions.Tests.Planted;

/// <summary>Options may be set.</summary>
public sealed class PlantedOptions
{
    public int Value { get; set; }
}
