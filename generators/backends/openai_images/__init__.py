"""The backend `openai-images`: references and keyframes by any server that speaks OpenAI's image protocol."""
