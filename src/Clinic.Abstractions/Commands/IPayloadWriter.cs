namespace Clinic.Abstractions;

/// <summary>Takes the content of a command for its keyed hash.</summary>
public interface IPayloadWriter
{
    /// <summary>Adds one named value; null differs from empty.</summary>
    void Write(string name, string? value);
}
