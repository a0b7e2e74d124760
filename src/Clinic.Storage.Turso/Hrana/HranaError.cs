namespace Clinic.Storage.Turso;

/// <summary>What a server says of a statement that failed.</summary>
internal sealed record HranaError(string Message, string Code);
