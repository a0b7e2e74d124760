namespace Clinic.Storage.Turso;

/// <summary>Tables that exist only where an app switched a part of a domain on.</summary>
/// <param name="Capability">The name of the part.</param>
/// <param name="Set">Its tables.</param>
internal sealed record CapabilitySet(string Capability, TursoSet Set);
