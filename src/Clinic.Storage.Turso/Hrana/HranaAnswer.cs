namespace Clinic.Storage.Turso;

/// <summary>The answer to a pipeline.</summary>
/// <param name="Baton">What continues the stream; null when it is closed.</param>
/// <param name="BaseUrl">Where the stream continues; null for the same place.</param>
/// <param name="Replies">One for each thing asked.</param>
internal sealed record HranaAnswer(string? Baton, string? BaseUrl, IReadOnlyList<HranaReply> Replies);
