namespace Clinic.Storage.Turso.Conversations;

/// <summary>The tables of the log of conversations.</summary>
internal static class ConversationSet
{
    public static TursoSet Set { get; } = TursoSet.Embedded(
        "core-conversations", "Conversations",
        new FactKind("core.conversation-consent", "conversation_consents"));
}
