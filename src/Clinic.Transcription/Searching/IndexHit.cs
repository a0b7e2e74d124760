using Clinic.Transcription.Sessions;

namespace Clinic.Transcription.Searching;

/// <summary>One entry that a query found.</summary>
/// <param name="Key">What it stands for.</param>
/// <param name="Session">The session it belongs to.</param>
public sealed record IndexHit(IndexKey Key, SessionId Session);
