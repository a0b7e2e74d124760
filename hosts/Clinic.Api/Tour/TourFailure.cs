namespace Clinic.Api.Tour;

/// <summary>A step that did not go as it must.</summary>
internal sealed class TourFailure(string message) : Exception(message);
