namespace Clinic.Abstractions;

/// <summary>Takes events out of the outbox. Idempotent: the same id may come twice.</summary>
public interface IOutboxReceiver
{
    /// <summary>The receiver's permanent name, for logs.</summary>
    string Name { get; }

    /// <summary>Takes an event, or throws to have it brought again later.</summary>
    Task ReceiveAsync(OutboxEvent occurrence, CancellationToken cancellationToken);
}
