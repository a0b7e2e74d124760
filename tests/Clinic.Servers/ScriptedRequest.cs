namespace Clinic.Servers;

/// <summary>What a client sent.</summary>
/// <param name="Path">The path.</param>
/// <param name="Headers">The lines of the head.</param>
/// <param name="Body">The body as text.</param>
/// <param name="Number">How many came before.</param>
public sealed record ScriptedRequest(string Path, IReadOnlyList<string> Headers, string Body, int Number);
