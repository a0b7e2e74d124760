using NodaTime;

namespace Clinic.EmergencyBilling.Live;

/// <summary>One step of the running timers of a site, the same for everybody who listens.</summary>
/// <param name="Id">Names the place in the stream, so that a listener can go on after it.</param>
/// <param name="Kind">What it says.</param>
/// <param name="At">The instant of its figures; a screen counts on from here by its own monotonic clock.</param>
/// <param name="Stays">The stays.</param>
public sealed record LiveFrame(string Id, LiveFrameKind Kind, Instant At, IReadOnlyList<LiveStay> Stays);
