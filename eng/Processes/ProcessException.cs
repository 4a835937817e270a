namespace CodeReference.Eng.Processes;

/// <summary>A program that this one needs did not start or failed; the message says which, and what it wrote.</summary>
internal sealed class ProcessException(string message) : Exception(message);
