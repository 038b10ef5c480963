"""The window: panels that show models and hand officers' intents to the session."""
