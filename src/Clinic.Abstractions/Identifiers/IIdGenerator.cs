namespace Clinic.Abstractions;

/// <summary>Makes new ids; injected, so that tests can foresee them.</summary>
public interface IIdGenerator
{
    /// <summary>A UUID never returned before, by this or any other process.</summary>
    Guid Next();
}
